"""What a child and their family say for themselves: words, pictures, corrections, complaints."""
