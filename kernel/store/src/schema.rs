use crate::{Fault, Read, Value};

/// One column of one table as the database itself lists it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
}

const LITE: &str = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
                    WHERE m.type='table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
const PG: &str = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns \
                  WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";

/// Every column there is. On SQLite the shadow tables of the full-text index are listed as tables too.
pub fn columns(r: &mut Read<'_>) -> Result<Vec<Column>, Fault> {
    let sql = if r.is_postgres() { PG } else { LITE };
    let mut all = r.rows(sql, &[], |row| Ok(Column { table: row.text(0)?, column: row.text(1)? }))?;
    if r.is_postgres() {
        all.sort_by(|a, b| a.table.cmp(&b.table)); // PostgreSQL orders by its locale; the sort is stable
    }
    Ok(all)
}

/// Every row of a table in the order of its columns, sorted by them from the left.
pub fn dump(r: &mut Read<'_>, table: &str, columns: &[&str]) -> Result<Vec<Vec<Value<'static>>>, Fault> {
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if !plain(table) || !columns.iter().all(|c| plain(c)) {
        return Err(Fault::bug("a table or column has an odd name"));
    }
    let mut rows = Vec::new();
    r.conn.dump(&format!("SELECT {} FROM {table}", columns.join(", ")), &mut |row| {
        rows.push((0..columns.len()).map(|i| row.value(i)).collect::<Result<Vec<_>, _>>()?);
        Ok(())
    })?;
    rows.sort();
    Ok(rows)
}
