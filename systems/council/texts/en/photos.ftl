# Photos of a matter: on its page, in forms, and what everybody may see of them.
photos-reported = Photos with the report
photos-said = Photos from the talk
photos-done = Photos of the finished work
photo-alt = Photo { $n }
report-photos = Photos
desk-completion-photos = Photos of the finished work
desk-entry-photos = Photos
desk-mask-title = Photo { $n }
desk-mask-show = Show this one to everybody (only the covered copy; the original stays with those who handle it)
desk-mask-hint = Click the squares with faces, number plates or door numbers to blacken them.
desk-mask-large = Look at it in full
desk-mask-cell = Blacken row { $row }, square { $column }
desk-photos-hidden = {" "}Photos seen only by those who handle it: { $n }.
