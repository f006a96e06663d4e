# Why a workbook is not read.
file-large = The file is too large: { $most } MB at most. Please split it.
file-no-sheet = This is no sheet. Please save it as .xlsx in WPS or Excel and send that.
file-web-page = This file is called a sheet but is a web page. Please open it in WPS or Excel, save it as .xlsx and send that.
file-locked = This file asks for a password. Please take the password away in WPS or Excel first.
file-bomb = Unpacked this file is abnormally large; it was not read. Please copy the sheet you need into a new file.
file-broken = This file is damaged or cut off. Please open it in WPS or Excel and save a copy.
file-long = The sheet is too long: { $most } rows at most. Please split it.
file-wide = The sheet is too wide: { $most } columns at most. Please copy the columns you need into a new sheet.
file-nothing = There is nothing in this file.
file-no-header = No header was found in the first 10 rows: { $missing } is missing. The names matter, not their order; there is a template to download.
file-no-rows = There is no row under the header, so there is nothing to import.
file-busy = Too many sheets are being read just now. Please send it again in a minute or two.

# What is wrong with a cell.
cell-id = There is an identity number in “{ $column }”: such numbers are kept nowhere. Please delete it.
cell-lost = The number in “{ $column }” is so long that the file has lost its last digits. Please make the column text and fill it in again.
cell-bare = “{ $column }” is a formula without a result. Please copy the column and paste it as values.
cell-missing = “{ $column }” is empty.
cell-long = “{ $column }” is too long: { $most } characters at most.
cell-area = “{ $column }” takes square metres with at most two decimals, such as 89.35.
cell-day = “{ $column }” is no date. Please write it like 2026-08-12.
cell-phone = “{ $column }” is no telephone number: 11 digits, or a landline with its area code; leave it empty if there is none.
cell-word = The word in “{ $column }” is not known. Please use one from the second sheet of the template.

# The second sheet of a template.
guide-sheet = How to fill it in
guide-column = Column
guide-need = Needed
guide-how = How
guide-example = Example
guide-required = yes
guide-optional = may be empty
guide-words = One of: { $words }

# Why a paper is not set as PDF or picture.
press-absent = The program that sets PDFs and pictures (lianxin-press) is not installed on this computer. Use the page for printing, or the Word file.
press-busy = Too many papers are being set just now. Please come back in a minute or two.
press-fonts = No Chinese fonts were found, so nothing can be set. Whoever runs the computer installs fonts-noto-cjk, or says with LIANXIN_FONT_DIR where they are.
press-glyph = No font here has the character “{ $character }”; it would have become a box, so the paper was not set. Whoever runs the computer installs fonts-babelstone-han; the page for printing works meanwhile.
press-long = This is too long; the press stopped half way. Ask for it in parts, or use the page for printing.
press-failed = The paper was not set. Use the page for printing, and tell whoever runs the computer.
