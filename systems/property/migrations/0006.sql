-- lot: the number of whoever votes for the unit in the file of the count; NULL in rolls of before, where it was no.
ALTER TABLE property_roll_unit ADD COLUMN lot BIGINT NULL;
