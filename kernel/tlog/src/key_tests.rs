//! Key texts. The PeterNeumann keys are those of the Go reference implementation (golang.org/x/mod/sumdb/note).

use crate::note_tests::{SIGNER, VERIFIER};
use crate::*;

#[test]
fn other_keys_are_refused() {
    use KeyFault::*;
    let table = [
        ("", Form),
        ("PeterNeumann", Form),
        ("PeterNeumann+c74f20a3", Form),
        ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Name),
        ("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Name),
        ("Peter\u{3000}Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Name),
        ("Peter\u{1}Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Name),
        ("PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Id),
        ("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Id),
        ("PeterNeumann++74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Id),
        ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", Base64),
        ("PeterNeumann+c74f20a3+", Length),
        ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAAAA", Length),
        ("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Kind),
        ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", IdDiffers),
        ("PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", IdDiffers),
        ("PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", IdDiffers),
    ];
    for (text, fault) in table {
        assert_eq!(Verifier::parse(text), Err(fault), "{text}");
    }
    assert_eq!(Signer::parse(VERIFIER).err(), Some(Form));
    assert_eq!(Signer::parse(&SIGNER.replace("c74f", "c74e")).err(), Some(IdDiffers));
    // the neutral point, and bytes that are no point
    let mut one = [0; 32];
    one[0] = 1;
    assert_eq!(Verifier::new("a", KeyKind::Note, &one), Err(Weak));
    let mut two = one;
    two[0] = 2;
    assert_eq!(Verifier::new("a", KeyKind::Note, &two), Err(NotAKey));
}

#[test]
fn every_character_of_a_key_counts() {
    for at in 0..VERIFIER.len() {
        let mut bytes = VERIFIER.as_bytes().to_vec();
        bytes[at] += 1;
        assert!(Verifier::parse(std::str::from_utf8(&bytes).unwrap()).is_err(), "{at}");
        assert!(Verifier::parse(&VERIFIER[..at]).is_err(), "{at}");
    }
}

#[test]
fn a_secret_key_is_not_shown() {
    assert!(!format!("{:?}", Signer::parse(SIGNER).unwrap()).contains("AYEKFALVFGyNhPJEMzD1QIDr"));
    assert!(!format!("{:?}", Signer::new("a", KeyKind::Note, &[129; 32]).unwrap()).contains("129, 129"));
}
