"""Makes the workbooks of this folder. Needs openpyxl 3.1 and LibreOffice (soffice) on the path.

    python3 make.py

Nobody in them is real.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Border, Side

HERE = pathlib.Path(__file__).parent
NO_PHONE = 18999999999
NO_ID = "111111111111111111"
WHEN = datetime.datetime(2026, 8, 12, 9, 0)


def owners(wb):
    """A title, a line of remarks, the header in row 3, two buildings merged downward, a sum."""
    sheet = wb.active
    sheet.title = "业主"
    sheet["A1"] = "芙蓉里小区业主信息表"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "制表：物业办公室    2026年8月"
    head = ["业主姓名", "联系电话", "楼栋", "单元", "房间号*", "建筑面积（㎡）", "入住日期", "身份证号"]
    rows = [
        ["㛃䶮𬸘", 13947901234, 3, 1, "0101", 89.35, datetime.date(2020, 5, 1), "11010519491231002X"],
        ["阿拉坦·巴图,李四", "13947901235，13947901236", None, None, "102", "１２０．５㎡", "2020年5月1日", NO_ID],
        [" 张玉兰\u3000", NO_PHONE, None, 2, '="0201"', 70, "2020.5.1", None],
        ["通辽红星商贸有限公司", "0475-8123456", "4号楼", 0, "商铺1", 60.5, None, None],
        ["无", None, None, None, "商铺2", 61, None, None],
    ]
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    sheet.append(["合  计", None, None, None, 5, "=SUM(F4:F8)"])
    sheet.merge_cells("C4:C6")
    sheet.merge_cells("D4:D5")
    sheet.merge_cells("C7:C8")
    sheet.merge_cells("D7:D8")
    thin = Side(style="thin")
    for row in sheet.iter_rows(min_row=3, max_row=60, max_col=8):
        for cell in row:
            cell.border = Border(thin, thin, thin, thin)
    sheet["B4"].number_format = "0"
    sheet["G4"].number_format = "yyyy-mm-dd"
    hidden = wb.create_sheet("参数")
    hidden["A1"], hidden["B1"] = "楼号", "房号"
    hidden["A2"], hidden["B2"] = 99, 99
    hidden.sheet_state = "hidden"


def save(wb, path):
    wb.properties.created = wb.properties.modified = WHEN
    wb.properties.creator = "lianxin"
    wb.save(path)


def converted(source, to, kind):
    """Opened and saved by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        made = pathlib.Path(folder) / f"{source.stem}.{kind.split(':')[0]}"
        shutil.move(made, HERE / to)


def like_wps():
    """Built by hand, part by part; WPS never saw it. The columns are those property offices hand round."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    columns = "楼号 单元 房间 楼层 总层数 是否有电梯 房屋类型 房屋户型 建筑面积 室内面积 租金 房屋状态 业主名称 性别 手机号 身份证号 业主类型".split()
    rows = [
        ["7", "1", "101", "1", "6", "无", "住宅", "两室", "88.20", "80", "0", "2001", "巴特尔", "男", "13947901301", NO_ID, "业主"],
        ["7", "1", "101", "1", "6", "无", "住宅", "两室", "88.20", "80", "0", "2001", "乌兰", "女", str(NO_PHONE), NO_ID, "家属"],
        ["7", "1", "102", "1", "6", "无", "住宅", "三室", "101.00", "92", "0", "2004", "李春,王梅", "男", "13947901302", NO_ID, "业主"],
        ["7", "0", "1", "1", "6", "无", "商铺", "", "45.60", "45", "0", "2008", "未售", "男", str(NO_PHONE), NO_ID, "业主"],
    ]
    strings = []

    def shared(text):
        if text not in strings:
            strings.append(text)
        return strings.index(text)

    def letter(n):
        return chr(65 + n)

    def text(n, row, words):
        return f'<c r="{letter(n)}{row}" s="2" t="s"><v>{shared(words)}</v></c>'

    def number(n, row, digits):
        return f'<c r="{letter(n)}{row}"><v>{digits}</v></c>'

    lines = [f'<row r="1" spans="1:17" ht="27" customHeight="1">{text(0, 1, "芙蓉里  资产信息")}<c r="XFD1" s="3"/></row>']
    cells = "".join(text(n, 2, name) for n, name in enumerate(columns))
    lines.append(f'<row r="2" spans="1:17">{cells}</row>')
    for row, values in enumerate(rows, 3):
        numbers = {0, 1, 3, 4, 8, 9, 10, 11, 14}
        one = "".join(
            number(n, row, v) if n in numbers else text(n, row, v) for n, v in enumerate(values) if v
        )
        lines.append(f'<row r="{row}" spans="1:17">{one}<c r="XFD{row}" s="3"/></row>')
    # The date of moving in stands behind, as a bare serial number without a format.
    lines[1] = lines[1].replace("</row>", text(17, 2, "入住日期") + "</row>")
    lines[2] = lines[2].replace('<c r="XFD3"', '<c r="R3"><v>42370</v></c><c r="XFD3"')
    lines[3] = lines[3].replace('<c r="XFD4"', '<c r="R4"><v>42370</v></c><c r="XFD4"')
    sheet = (
        f'{head}<worksheet xmlns="{main}" xmlns:r="{rel}"><sheetPr/><dimension ref="A1:XFD6"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
        '<sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/><cols><col min="1" max="16384" width="9" style="3"/></cols>'
        f'<sheetData>{"".join(lines)}</sheetData>'
        '<mergeCells count="1"><mergeCell ref="A1:Q1"/></mergeCells><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>'
        "<headerFooter/></worksheet>"
    )
    # One of the shared strings is cut into runs with formats of their own, one carries how it is spoken.
    def string(s):
        if s == "业主名称":
            return '<si><r><rPr><sz val="11"/></rPr><t>业主</t></r><r><rPr><b/></rPr><t>名称</t></r></si>'
        if s == "巴特尔":
            return f'<si><t>{s}</t><rPh sb="0" eb="3"><t>bateer</t></rPh></si>'
        return f'<si><t xml:space="preserve">{s}</t></si>'

    sst = f'{head}<sst xmlns="{main}" count="99" uniqueCount="{len(strings)}">{"".join(map(string, strings))}</sst>'
    styles = (
        f'{head}<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0_ "/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="49"/><xf numFmtId="176"/></cellXfs></styleSheet>'
    )
    book = (
        f'{head}<workbook xmlns="{main}" xmlns:r="{rel}"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>'
        '<workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12375"/></bookViews>'
        '<sheets><sheet name="业主房屋" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="144525"/></workbook>'
    )

    def link(n, kind, target):
        return f'<Relationship Id="rId{n}" Type="{rel}/{kind}" Target="{target}"/>'

    links = [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    inner = "".join(link(n, kind, target) for n, (kind, target) in enumerate(links, 1))
    outer = link(1, "officeDocument", "xl/workbook.xml") + link(2, "extended-properties", "docProps/app.xml")
    sml = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    override = [("/xl/workbook.xml", f"{sml}.sheet.main+xml"), ("/xl/worksheets/sheet1.xml", f"{sml}.worksheet+xml")]
    override += [("/xl/styles.xml", f"{sml}.styles+xml"), ("/xl/sharedStrings.xml", f"{sml}.sharedStrings+xml")]
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in override)
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships">{outer}</Relationships>',
        "docProps/app.xml": f'{head}<Properties xmlns="{rel}/extended-properties"><Application>built by hand</Application></Properties>',
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships">{inner}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": sst,
        "xl/styles.xml": styles,
    }
    with zipfile.ZipFile(HERE / "like-wps.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for name, body in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 8, 12, 9, 0, 0)), body, zipfile.ZIP_DEFLATED)


def main():
    wb = Workbook()
    owners(wb)
    first = HERE / "openpyxl.xlsx"
    save(wb, first)
    converted(first, "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    converted(first, "libreoffice.xls", "xls:MS Excel 97")
    # Comma, quotes, GB18030 (LibreOffice's number 85), from the first line.
    converted(first, "libreoffice.csv", "csv:Text - txt - csv (StarCalc):44,34,85,1")
    like_wps()


main()
