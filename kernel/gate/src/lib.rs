//! Sign-in, sessions, slips, capabilities, scopes, rate limits
