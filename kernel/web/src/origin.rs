use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// The address people reach this office at: `https://…`, or `http://…` for this machine and private networks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    text: String,
    secure: bool,
}

/// Why an address is no origin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadOrigin {
    /// It is not `https://host` or `http://host`, with a port at most.
    Shape,
    /// Plain http to the open internet: passwords would travel readable.
    PlainHttp,
}

impl fmt::Display for BadOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "an origin is https://host or http://host, with a port if need be and nothing after it",
            Self::PlainHttp => "plain http is for this machine and private networks only; a public address needs https",
        })
    }
}
impl std::error::Error for BadOrigin {}

impl FromStr for Origin {
    type Err = BadOrigin;

    fn from_str(text: &str) -> Result<Self, BadOrigin> {
        let (scheme, rest) = text.split_once("://").ok_or(BadOrigin::Shape)?;
        let authority = rest.strip_suffix('/').unwrap_or(rest).to_ascii_lowercase();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let host = host_of(&authority);
        if host.is_empty() || !authority.chars().all(plain) || !port_fits(&authority) {
            return Err(BadOrigin::Shape);
        }
        let secure = match scheme {
            "https" => true,
            "http" if is_near(host) => false,
            "http" => return Err(BadOrigin::PlainHttp),
            _ => return Err(BadOrigin::Shape),
        };
        Ok(Self { text: format!("{scheme}://{authority}"), secure })
    }
}

impl Origin {
    /// Whether it is https: then cookies are Secure and HSTS is sent.
    pub const fn secure(&self) -> bool {
        self.secure
    }
    /// `https://lianxin.example`, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// Its host, without scheme and port.
    pub fn host(&self) -> &str {
        host_of(self.text.split_once("://").map_or(self.text.as_str(), |(_, rest)| rest))
    }
    /// A whole address under this origin.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }

    /// Whether a browser's Origin header names this office. Where it is reached by an address of its own
    /// network, the header must agree with Host, and must be an address, not a name somebody could point here.
    pub fn is(&self, origin: &str, host: Option<&str>) -> bool {
        if origin.eq_ignore_ascii_case(&self.text) {
            return true;
        }
        let Some((scheme, authority)) = origin.split_once("://") else { return false };
        let name = host_of(authority);
        let near = address(name).is_some() || name.eq_ignore_ascii_case("localhost");
        !self.secure && scheme == "http" && near && host.is_some_and(|h| h.eq_ignore_ascii_case(authority))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn host_of(authority: &str) -> &str {
    match authority.find(']') {
        Some(end) => &authority[..=end],
        None => authority.split(':').next().unwrap_or(""),
    }
}

fn port_fits(authority: &str) -> bool {
    let after = &authority[host_of(authority).len()..];
    after.is_empty() || after.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok())
}

fn address(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// This machine, a private network, or a name that only a private network knows.
fn is_near(host: &str) -> bool {
    match address(host) {
        Some(IpAddr::V4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified(),
        Some(IpAddr::V6(ip)) => {
            let first = ip.segments()[0];
            ip.is_loopback() || ip.is_unspecified() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
        }
        None => !host.contains('.') || host.ends_with(".local") || host.ends_with(".lan"),
    }
}

/// A range of addresses, `10.0.0.0/8` or one address alone: the proxies whose word about the client counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cidr {
    base: IpAddr,
    bits: u8,
}

impl FromStr for Cidr {
    type Err = BadOrigin;

    fn from_str(text: &str) -> Result<Self, BadOrigin> {
        let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.trim().parse().map_err(|_| BadOrigin::Shape)?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |b| b.trim().parse::<u8>().map_err(|_| BadOrigin::Shape))?;
        if bits <= most { Ok(Self { base, bits }) } else { Err(BadOrigin::Shape) }
    }
}

impl Cidr {
    /// Whether the address lies in the range.
    pub fn holds(&self, ip: IpAddr) -> bool {
        let (base, ip, width) = match (self.base, ip.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => (u128::from(a.to_bits()), u128::from(b.to_bits()), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => (a.to_bits(), b.to_bits(), 128),
            _ => return false,
        };
        let shift = u32::from(width - self.bits);
        base.checked_shr(shift).unwrap_or(0) == ip.checked_shr(shift).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_anywhere_and_http_only_nearby() {
        for (text, answer) in [
            ("https://lianxin.example", Ok(true)),
            ("https://Lianxin.Example:8443/", Ok(true)),
            ("http://127.0.0.1:8600", Ok(false)),
            ("http://localhost:8600", Ok(false)),
            ("http://[::1]:8600", Ok(false)),
            ("http://192.168.1.20", Ok(false)),
            ("http://0.0.0.0:8600", Ok(false)),
            ("http://shequ-pc:8600", Ok(false)),
            ("http://lianxin.example", Err(BadOrigin::PlainHttp)),
            ("http://8.8.8.8", Err(BadOrigin::PlainHttp)),
            ("lianxin.example", Err(BadOrigin::Shape)),
            ("https://", Err(BadOrigin::Shape)),
            ("https://a/b", Err(BadOrigin::Shape)),
            ("https://a:99999", Err(BadOrigin::Shape)),
            ("ftp://a", Err(BadOrigin::Shape)),
            ("https://user@a", Err(BadOrigin::Shape)),
        ] {
            assert_eq!(text.parse::<Origin>().map(|o| o.secure()), answer, "{text}");
        }
    }

    #[test]
    fn whose_forms_are_taken() {
        let public: Origin = "https://lianxin.example".parse().expect("an origin");
        let desk: Origin = "http://127.0.0.1:8600".parse().expect("an origin");
        for (office, header, host, yes) in [
            (&public, "https://lianxin.example", "lianxin.example", true),
            (&public, "https://evil.example", "evil.example", false),
            (&public, "http://lianxin.example", "lianxin.example", false),
            (&public, "null", "lianxin.example", false),
            (&desk, "http://127.0.0.1:8600", "127.0.0.1:8600", true),
            (&desk, "http://192.168.1.20:8600", "192.168.1.20:8600", true),
            (&desk, "http://localhost:8600", "localhost:8600", true),
            (&desk, "http://192.168.1.20:9999", "192.168.1.20:8600", false),
            (&desk, "http://rebound.example:8600", "rebound.example:8600", false),
        ] {
            assert_eq!(office.is(header, Some(host)), yes, "{header} at {office}");
        }
    }

    #[test]
    fn which_proxies_are_believed() {
        for (range, ip, yes) in [
            ("10.0.0.0/8", "10.9.8.7", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("::/0", "2001:db8::1", true),
            ("fd00::/8", "fd12::1", true),
            ("127.0.0.1", "::ffff:127.0.0.1", true),
        ] {
            let cidr: Cidr = range.parse().expect("a range");
            assert_eq!(cidr.holds(ip.parse().expect("an address")), yes, "{ip} in {range}");
        }
        for bad in ["", "10.0.0.0/33", "::/129", "x/8", "10.0.0.0/-1"] {
            assert!(bad.parse::<Cidr>().is_err(), "{bad}");
        }
    }
}
