"""Small widgets that more than one page, or one page many times, is made of."""
