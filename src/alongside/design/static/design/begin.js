// Runs before the page is drawn, so that revealed questions do not flash. Without scripts they are simply all shown.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
