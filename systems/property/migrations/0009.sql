-- 不接管了: a take-over that was begun in error or came to nothing; the reason is in journal_text of that act.
ALTER TABLE property_takeover ADD COLUMN off TEXT NULL;
