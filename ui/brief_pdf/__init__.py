"""The Brief as a PDF of one page, painted like the sheet Brief of the workbook."""
