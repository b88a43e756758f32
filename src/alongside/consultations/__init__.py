"""Two practitioners think together about a child: question, both views, outcome."""
