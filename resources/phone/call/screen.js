/** What is seen of a call on the phone: a ring with name and reason, the picture, large buttons in reach of a thumb. */

const ICONS = {
  accept: "M5 3.5h4l1.500 5-2.500 2a13 13 0 0 0 5.500 5.500l2-2.500 5 1.500v4c0 1-.8 1.500-1.800 1.500C10.500 20.500 3.500 13.500 3.500 5.300c0-1 .5-1.800 1.500-1.800z",
  hang: "M3 14.500c5.500-5 12.500-5 18 0l-2 3-4-1.500v-3c-2-.7-4-.7-6 0v3l-4 1.500z",
  mute: "M12 14.500a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21",
  camera: "M3 6.500h12v11H3zM15 10.500l6-3.500v10l-6-3.500",
  flip: "M4 9a8 8 0 0 1 14-3l2 2M20 3.500V8h-4.500M20 15a8 8 0 0 1-14 3l-2-2M4 20.500V16h4.500",
};

export class Screen {
  /** `act` holds what the buttons do: accept, refuse(why), hang, mute, camera, flip, rejoin, close. */
  constructor(root, words, act) {
    this.root = root;
    this.words = words;
    this.act = act;
    this.made = null;
  }

  /** Someone rings: name, reason, two big buttons and the short answers. */
  ring({ name, label }) {
    const { words, act } = this;
    this.put("ring", node("div", "call-ring", [
      node("p", "call-lead", words.from_desk), node("h2", "", name || words.desk), node("p", "call-label", label ?? ""),
      node("div", "call-short", ["busy", "driving", "later"].map((why) => button(words[why], () => act.refuse(why)))),
      node("div", "call-two", [button(words.refuse, () => act.refuse(""), "hang", "bad"), button(words.accept, act.accept, "accept", "good")]),
    ]));
  }

  /** The phone rings the desk, or is told something it can only put away. */
  notice(lead, text, choices) {
    this.put("notice", node("div", "call-ring", [
      node("p", "call-lead", lead), node("h2", "", text),
      node("div", "call-two", choices.map(([words, then, kind]) => button(words, then, kind === "bad" ? "hang" : null, kind))),
    ]));
  }

  /** The call itself; shows are kept and only their words change. */
  call(name) {
    if (this.made === "call") return;
    const { words, act } = this;
    this.picture = Object.assign(document.createElement("video"), { autoplay: true, playsInline: true, muted: true, className: "call-picture" });
    this.self = Object.assign(document.createElement("video"), { autoplay: true, playsInline: true, muted: true, className: "call-self" });
    this.sound = Object.assign(document.createElement("audio"), { autoplay: true });
    this.state = node("p", "call-state", words.connecting);
    this.mark = node("p", "call-mark", `● ${words.recording}`);
    this.mark.hidden = true;
    this.clock = node("span", "call-clock", "");
    this.muteButton = button(words.mute, act.mute, "mute");
    this.cameraButton = button(words.camera_off, act.camera, "camera");
    this.flipButton = button(words.flip, act.flip, "flip");
    this.put("call", node("div", "call-in", [
      this.picture, this.sound,
      node("header", "call-head", [node("b", "", name || words.desk), this.clock, this.mark]),
      this.state, this.self,
      node("footer", "call-tools", [this.muteButton, this.cameraButton, this.flipButton, button(words.hang, act.hang, "hang", "bad")]),
    ]));
  }

  say(text) {
    if (this.made !== "call") return;
    this.state.textContent = text;
    this.state.hidden = !text;
  }

  showSelf(stream) {
    this.self.srcObject = stream;
    this.self.hidden = !stream.getVideoTracks().length;
    this.self.play().catch(() => {}); // plays when the page is touched
  }

  take(track) {
    const media = new MediaStream([track]);
    const element = track.kind === "video" ? this.picture : this.sound;
    element.srcObject = media;
    element.play().catch(() => {});
  }

  toggles({ muted, dark, cameras }) {
    press(this.muteButton, muted, muted ? this.words.unmute : this.words.mute);
    press(this.cameraButton, dark, dark ? this.words.camera_on : this.words.camera_off);
    this.flipButton.hidden = cameras < 2;
    this.self.classList.toggle("call-dark", dark);
  }

  recording(on) {
    if (this.made === "call") this.mark.hidden = !on;
  }

  put(kind, content) {
    this.made = kind;
    this.root.replaceChildren(content);
    this.root.classList.add("call-open");
    document.body.classList.add("in-call");
  }

  clear() {
    this.made = null;
    this.root.replaceChildren();
    this.root.classList.remove("call-open");
    document.body.classList.remove("in-call");
  }
}

function node(tag, name, content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...[content].flat());
  return made;
}

function button(words, then, icon = null, kind = "") {
  const made = node("button", `call-button ${kind}`.trim(), []);
  made.type = "button";
  if (icon) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", ICONS[icon]);
    svg.append(path);
    made.append(svg);
  }
  made.append(node("span", "", words));
  made.addEventListener("click", () => then());
  return made;
}

function press(made, on, words) {
  made.setAttribute("aria-pressed", String(on));
  made.querySelector("span").textContent = words;
}
