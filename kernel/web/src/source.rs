use crate::Cidr;
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// How far away a request comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nearness {
    /// This machine.
    Machine,
    /// A private network.
    Network,
    /// The open internet.
    Outside,
}

/// Where a request comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source(IpAddr);

impl Source {
    /// The peer; or, if the peer is a proxy this office named, the nearest address in X-Forwarded-For
    /// that is no such proxy. What a stranger writes into that header counts for nothing.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, proxies: &[Cidr]) -> Self {
        let unknown = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map_or(unknown, |info| info.0.ip().to_canonical());
        let believed = |ip: IpAddr| proxies.iter().any(|range| range.holds(ip));
        if !believed(peer) {
            return Self(peer);
        }
        let lines: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|v| v.to_str().ok())
            .flat_map(|v| v.split(','))
            .collect();
        let mut nearest = peer;
        for line in lines.into_iter().rev() {
            let Some(ip) = read(line) else { break };
            nearest = ip;
            if !believed(ip) {
                break;
            }
        }
        Self(nearest)
    }

    /// This machine itself.
    pub fn is_loopback(self) -> bool {
        self.0.is_loopback()
    }
    /// How far away that is.
    pub fn nearness(self) -> Nearness {
        match self.0 {
            ip if ip.is_loopback() => Nearness::Machine,
            IpAddr::V4(ip) if ip.is_private() || ip.is_link_local() || ip.is_unspecified() => Nearness::Network,
            IpAddr::V6(ip) if ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_unspecified() => {
                Nearness::Network
            }
            // Between a provider's own machines (RFC 6598): a phone on mobile data is never seen with such an address.
            IpAddr::V4(ip) if ip.octets()[0] == 100 && ip.octets()[1] & 0xC0 == 64 => Nearness::Network,
            _ => Nearness::Outside,
        }
    }

    /// What limits count by: an IPv4 address, or an IPv6 network of one household (/64).
    pub fn key(self) -> String {
        match self.0 {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => {
                let s = ip.segments();
                format!("{:x}:{:x}:{:x}:{:x}::", s[0], s[1], s[2], s[3])
            }
        }
    }
}

fn read(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.parse().ok();
    bare.or_else(|| text.parse::<SocketAddr>().ok().map(|a| a.ip())).map(|ip: IpAddr| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_away_an_address_is() {
        for (ip, near) in [
            ("127.0.0.1", Nearness::Machine),
            ("::1", Nearness::Machine),
            ("192.168.1.20", Nearness::Network),
            ("10.4.0.1", Nearness::Network),
            ("172.16.0.9", Nearness::Network),
            ("172.32.0.9", Nearness::Outside),
            ("169.254.3.4", Nearness::Network),
            ("100.64.0.1", Nearness::Network),
            ("100.128.0.1", Nearness::Outside),
            ("fe80::1", Nearness::Network),
            ("fd00::1", Nearness::Network),
            ("203.0.113.9", Nearness::Outside),
            ("2001:db8::1", Nearness::Outside),
        ] {
            assert_eq!(Source(ip.parse().expect("an address")).nearness(), near, "{ip}");
        }
    }

    #[test]
    fn only_a_named_proxy_is_believed() {
        let proxies: [Cidr; 2] = ["127.0.0.1".parse().expect("one"), "10.0.0.0/8".parse().expect("many")];
        for (peer, header, seen) in [
            ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
            ("127.0.0.1", "6.6.6.6, not an address", "127.0.0.1"),
            ("127.0.0.1", "", "127.0.0.1"),
            ("127.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
            ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
            ("::ffff:127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", header.parse().expect("a header"));
            let mut extensions = Extensions::new();
            extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().expect("an address"), 1)));
            assert_eq!(Source::of(&headers, &extensions, &proxies).key(), seen, "{peer} says {header}");
        }
        assert_eq!(Source::of(&HeaderMap::new(), &Extensions::new(), &proxies).key(), "0.0.0.0");
    }
}
