//! Mail as the running house sends it: a job, over a socket, to the organisation that gave an address.

use lianxin_app::config::Config;
use lianxin_app::post;
use lianxin_base::{AreaId, HOUR};
use lianxin_stories::World;
use lianxin_work::JobState;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;

/// Takes letters until somebody says it is over.
fn serve(listener: &TcpListener, got: &Mutex<Vec<String>>) -> std::io::Result<()> {
    for stream in listener.incoming() {
        let stream = stream?;
        let (mut lines, mut out) = (BufReader::new(&stream).lines(), &stream);
        out.write_all(b"220 test\r\n")?;
        while let Some(Ok(line)) = lines.next() {
            match line.get(..4).unwrap_or_default() {
                "OVER" => return Ok(()),
                "DATA" => {
                    out.write_all(b"354 go on\r\n")?;
                    let letter: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|l| l != ".").collect();
                    got.lock().expect("not poisoned").push(letter.join("\n"));
                    out.write_all(b"250 taken\r\n")?;
                }
                _ => out.write_all(b"250 ok\r\n")?,
            }
        }
    }
    Ok(())
}

/// Says that it is over when the test ends, however it ends.
struct Over(SocketAddr);

impl Drop for Over {
    fn drop(&mut self) {
        if let Ok(mut server) = TcpStream::connect(self.0) {
            server.write_all(b"OVER\r\n").ok(); // a server that is gone needs no telling
        }
    }
}

fn tells_the_office(world: &World) {
    let mut secretary = world.signed_in("周国栋");
    secretary.open("/orgs");
    let found = secretary.page.links().into_iter().find(|(_, words)| words.contains("芙蓉社区居委会"));
    let mail = format!("{}/mail", found.expect("the committee").0);
    secretary.open(&mail);
    secretary.send(&mail, &[("mail", "juwei@example.cn")]);
    assert_eq!(secretary.page.status, 200, "{}", secretary.page.text());
    world.pass_to(world.now().plus(HOUR));
    let mut anyone = world.stranger();
    anyone.open("/report");
    anyone.send("/report", &[("words", "西门的路灯不亮"), ("place", "芙蓉里")]);
    assert_eq!(anyone.page.status, 200, "{}", anyone.page.text());
}

#[test]
fn what_is_new_goes_to_the_office_by_mail_once() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let (at, got) = (listener.local_addr().expect("its address"), Mutex::new(Vec::new()));
    std::thread::scope(|s| {
        let server = s.spawn(|| serve(&listener, &got));
        let over = Over(at);
        let world = World::new();
        let config = Config {
            data: std::path::PathBuf::new(),
            db: None,
            files: std::path::PathBuf::new(),
            addr: World::HOST.into(),
            origin: World::ORIGIN.into(),
            proxies: Vec::new(),
            program: None,
            mail: Some(format!("smtp://{at}")),
            mail_from: None,
            hook_hosts: Vec::new(),
            hosted_by: None,
            press: None,
            fonts: Vec::new(),
            backup: None,
            passphrase: None,
        };
        assert!(post::set_up(&config, world.house.keys()).is_err_and(|why| why.contains("LIANXIN_MAIL_FROM")));
        let config = Config { mail_from: Some("连心桥 <lianxin@example.cn>".into()), ..config };
        post::set_up(&config, world.house.keys()).expect("a mail server");
        tells_the_office(&world);
        for _ in 0..2 {
            let jobs = world.house.jobs();
            let job = jobs.start_wait(post::MAIL, AreaId::from_bytes([0; 16]), "", "office").expect("queued");
            assert_eq!(jobs.run_to_end(job, &mut |_, _| true).expect("runs").state, JobState::Done);
        }
        drop(over);
        server.join().expect("no panic").expect("served");
        let letters = got.lock().expect("not poisoned").clone();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains("To: juwei@example.cn") && !letters[0].contains("路灯"), "{letters:?}");
        assert_eq!(world.findings(), []);
    });
}
