//! Page shell, components, forms, live updates
