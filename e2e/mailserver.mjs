// A mail server that takes letters from who knows its name and password, and prints each as a line of JSON.
import { SMTPServer } from "smtp-server";

const server = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  logger: false,
  onAuth({ username, password }, session, done) {
    if (username === "lianxin" && password === "geheim") done(null, { user: username });
    else done(new Error("who is that"));
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (d) => parts.push(d));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const letter = { user: session.user, from: mailFrom.address, to: rcptTo.map((r) => r.address), raw: Buffer.concat(parts).toString("utf8") };
      console.log(JSON.stringify(letter));
      done();
    });
  },
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => console.log("ready"));
