"""The look: page frame, form fields, error summary and the page parts that every page shares."""
