# Backups of the whole office.
backup-title = Backups
backup-says = Whether the office could come back if the computer broke or was stolen
backup-lead = A backup holds the whole record, the photos and the keys, locked with a passphrase. It counts only if it lies somewhere else than this computer.
backup-never = There is no backup yet. Please make one today: plug in a stick and follow the steps below.
backup-old = The last backup is { $days } days old. Please make one today, or let it be made every day.
backup-fresh = Last backup: { $when }.
backup-made = Backups made
backup-by-hand = Made by hand
backup-size = { $size }, { $files } files
backup-how = How
backup-how-where = On the computer that holds the data, in a terminal. There is no download: nobody should take everything away over the web.
backup-how-hand = Make one now, onto a stick
backup-how-night = Every day by itself once the computer is on: say where before starting; the last 14 days and the first of each month are kept
backup-how-words = See the passphrase: write it on paper and keep it apart from the computer. Without it no backup opens
backup-how-back = Come back on another computer
kind-backup = Backup made
kind-restored = Restored from a backup
