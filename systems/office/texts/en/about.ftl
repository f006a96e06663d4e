# Imprint.
about-title = About Lianxin
about-says = Lianxin is what a community works with: what you bring up is taken in, talked over, solved and answered; every step is public and on record.
about-demo = This is a demonstration: people, matters and phone numbers are invented. Do not rely on them and do not enter real data.
about-urgent = In danger, call these first
urgent-fire = Fire, or somebody is trapped
urgent-police = Police
urgent-doctor = Ambulance
about-phones = Duty phones of the communities
about-run = This is run by the communities below; the data lie on a machine the office itself runs.
about-data = Your data
about-data-public = Everybody sees: number, compound, category, how far it has come, which organisation has it. Your words become public only after a worker has read them and masked names and door numbers; you may choose that only those who work on it read them.
about-data-kept = Names and phones are seen only by those who work on the matter. They are given to nobody, and nobody is scored or ranked. ID-card numbers are never taken.
about-data-rights = You may see your data, get a copy, have errors put right, withdraw and have them deleted: at the counter or by the phones above (Personal Information Protection Law, articles 44 to 47).
about-licence = The program
about-licence-says = The program is open: anybody may read, use and change it:
about-version = Version { $version }
