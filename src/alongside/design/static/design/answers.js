// Answers look like cards, so the whole card can be pressed. What an answer reveals is the stylesheet's matter.

/** Presses the answer when its card is pressed beside the label. */
export function pressCards() {
  document.addEventListener("click", (event) => {
    const card = event.target.closest(".govuk-radios__item, .govuk-checkboxes__item");
    if (card && !event.target.closest("label, input, a")) card.querySelector("input").click();
  });
}
