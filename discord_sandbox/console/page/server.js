// What the page asks of the sandbox, always as somebody, somewhere, in some language.

export class Server {
  constructor(self) {
    this.self = self;
    this.stream = null;
  }

  query() {
    return new URLSearchParams(this.self).toString();
  }

  async get(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  commands() {
    return this.get(`/console/commands?${this.query()}`);
  }

  raw(message) {
    return this.get(`/console/raw/${encodeURIComponent(message)}?${this.query()}`);
  }

  // Resolves to the answer; one with `error` says what Discord would not have allowed.
  async act(verb, body) {
    try {
      const answer = await fetch(`/console/${verb}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...this.self, ...body }),
      });
      return answer.headers.get("Content-Type")?.startsWith("application/json")
        ? await answer.json()
        : { error: await answer.text() };
    } catch {
      return { error: "The sandbox does not answer. Is it still running?" };
    }
  }

  listen(receive) {
    this.stream?.close();
    this.stream = new EventSource(`/console/events?${this.query()}`);
    this.stream.onmessage = (event) => receive(JSON.parse(event.data));
  }
}
