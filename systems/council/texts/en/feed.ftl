feed-title = Public board · { $place }
feed-stands = Now: { $stage }, { $holder }
feed-summary = { $no } · { $place } · { $stands }
feed-link = Subscribe (Atom)
feed-about = { $place }: { $category }
