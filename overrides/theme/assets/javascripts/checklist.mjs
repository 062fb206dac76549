// The page of a checklist: keeps what is answered, asks Python about it, shows what Python says.

import "./site.mjs";
import { comesWithAnswers, keyOf, keys } from "./answers.mjs";
import { element, flags, outcome, renew, result } from "./assessment.mjs";
import { python } from "./python.mjs";
import { Steps } from "./steps.mjs";
import { keep } from "./version.mjs";

const NOT_HERE =
  "This browser would not run the checklist, so there is no assessment here. Nothing you answered is lost: " +
  "you can go on, print the form, and work it out by hand with the table below.";
const STARTING = "The checklist is starting. You can answer meanwhile: everything counts.";

const PATIENCE = 3000; // ms that what is not needed for a first outcome waits for it
const TOUCHED = ["pointerdown", "focusin"];

/** @typedef {{ day: string, month: string, year: string, time?: string }} Typed */
/** @typedef {string | Typed} Answer */

/**
 * @typedef {object} State  what is kept for the tab
 * @property {string} jurisdiction
 * @property {Record<string, Answer>} answers
 * @property {string} example
 * @property {string[]} path  the steps taken to where the reader is; none where all is on one page
 * @property {string[]} seen  the steps that were left behind, answered or not
 */

/** @returns {State} */
const nothing = () => ({ jurisdiction: "", answers: {}, example: "", path: [], seen: [] });

class ChecklistPage {
  state = nothing();
  /** @type {any} the newest assessment */
  latest;
  /** @type {{ field: string, part: string, message: string }[]} */
  problems = [];
  said = "";
  stale = false;
  ready = false;
  /** @type {Promise<void> | undefined} */
  working;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (this.one("form"));
    this.data = JSON.parse(this.one(".checklist__data").textContent ?? "");
    this.key = keyOf(this.data.checklist);
    this.title = document.title;
    this.steps = new Steps(this);

    this.byHand(false);
    this.unanswered = this.one(".checklist__status").textContent ?? "";
    this.restore();
    this.steps.resume();
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("submit", (event) => this.onSubmit(event));
    this.root.addEventListener("click", (event) => this.onClick(event));
    this.one(".by-hand > details").addEventListener("toggle", (event) =>
      this.byHand(/** @type {HTMLDetailsElement} */ (event.target).open),
    );
    this.root.querySelector("#worked-example")?.addEventListener("change", (event) => this.onExample(event));
    window.addEventListener("beforeprint", () => {
      this.root.dataset.print ||= this.hasAnswers() ? "record" : "blank";
      if (this.root.dataset.print === "blank") this.byHand(true);
      this.explain();
    });
    window.addEventListener("afterprint", () => delete this.root.dataset.print);
    this.startWhenIdle();
  }

  /** @param {string} selector */
  one(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {string} selector */
  all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(selector));
  }

  // Starting

  /** Starts Python as soon as it has something to do, the form is touched, or the browser is idle. */
  startWhenIdle() {
    const start = () => {
      for (const touched of TOUCHED) this.form.removeEventListener(touched, start);
      python.start().then(
        () => {
          this.ready = true;
          (this.working ?? this.update()).then(() => afterPaint(() => release().then(keep)));
        },
        (error) => {
          console.warn(`The checklist cannot run here: ${error.message}`);
          this.status(NOT_HERE);
          this.byHand(true);
        },
      );
    };
    for (const touched of TOUCHED) this.form.addEventListener(touched, start);
    if (this.hasAnswers()) {
      start();
      this.update().then(() => afterPaint(release)); // a question that waits is answered before Python warms up
      return;
    }
    release();
    if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 500);
  }

  /** @param {string} sentence */
  status(sentence) {
    this.one(".checklist__status").textContent = sentence;
  }

  // What is answered

  hasAnswers() {
    return this.state.jurisdiction !== "" || Object.keys(this.state.answers).length > 0;
  }

  restore() {
    const named = new URLSearchParams(location.search).get("example");
    try {
      Object.assign(this.state, JSON.parse(sessionStorage.getItem(this.key) ?? "{}"));
    } catch {
      // A browser that keeps nothing for the tab: the page works without.
    }
    for (const id of Object.keys(this.state.answers)) {
      if (!this.firstInput(id)) delete this.state.answers[id]; // kept by an older version of the page
    }
    const own = this.hasAnswers() && !this.state.example;
    if (named && named !== this.state.example && !own) this.fill(named);
    for (const input of this.form.querySelectorAll("input")) {
      if (input.type === "radio" ? input.checked : input.value) this.take(input); // answered before this script ran
    }
    this.show();
  }

  keep() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.state));
    } catch {
      // As above.
    }
  }

  /** Sets every input from the state. */
  show() {
    for (const input of /** @type {HTMLInputElement[]} */ ([...this.form.elements])) {
      if (!(input instanceof HTMLInputElement)) continue;
      const { id, part } = named(input);
      const answer = id === "jurisdiction" ? this.state.jurisdiction : this.state.answers[id];
      if (part) input.value = typeof answer === "object" ? (answer[part] ?? "") : "";
      else input.checked = input.value === answer;
    }
    this.showPlaces();
    this.showExample();
  }

  /** Shows the questions of the chosen jurisdiction, in its own wording. */
  showPlaces() {
    const place = this.state.jurisdiction;
    this.root.dataset.place = place;
    for (const question of this.all("[data-places]")) {
      const elsewhere = place !== "" && !question.dataset.places?.split(" ").includes(place);
      question.toggleAttribute("data-elsewhere", elsewhere);
    }
    for (const button of this.all("[data-clear]")) button.hidden = this.state.answers[button.dataset.clear ?? ""] === undefined;
  }

  /** @param {Event} event */
  onInput(event) {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.take(event.target);
    this.changed();
  }

  /**
   * Takes an answer from an input.
   * @param {HTMLInputElement} input
   */
  take(input) {
    const { id, part } = named(input);
    if (id === "jurisdiction") this.state.jurisdiction = input.value;
    else if (!part) this.state.answers[id] = input.value;
    else {
      const before = this.state.answers[id];
      const typed = typeof before === "object" ? before : /** @type {Typed} */ ({ day: "", month: "", year: "" });
      typed[part] = input.value;
      if (Object.values(typed).some(Boolean)) this.state.answers[id] = typed;
      else delete this.state.answers[id];
    }
  }

  changed() {
    this.update();
    this.keep();
    this.show();
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (this.steps.on && target.closest(".checklist__bar")) {
      event.preventDefault();
      this.steps.check();
    }
    const button = target.closest("button");
    if (button?.dataset.clear) {
      delete this.state.answers[button.dataset.clear];
      this.changed();
      focusOn(this.firstInput(button.dataset.clear));
    } else if (button?.dataset.action === "clear") this.clear();
    else if (button?.dataset.action === "modes") this.steps.on ? this.steps.stop() : this.steps.start();
    else if (button?.dataset.action === "back") this.steps.back();
    else if (button?.dataset.action === "skip") this.steps.next();
    else if (button?.dataset.action === "clear-everything") this.clearEverything();
    else if (button?.dataset.action?.startsWith("print-")) {
      this.root.dataset.print = button.dataset.action.slice("print-".length);
      window.print();
    }
  }

  clear() {
    this.state = nothing();
    this.problems = [];
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // As above.
    }
    /** @type {HTMLFormElement} */ (this.form).reset();
    this.showErrors();
    this.show();
    this.blank();
    this.steps.draw();
    focusOn(this.firstInput("jurisdiction"));
  }

  clearEverything() {
    python.forget();
    for (const key of keys()) sessionStorage.removeItem(key);
    this.clear();
  }

  blank() {
    this.said = "";
    this.latest = undefined;
    for (const emptied of this.all(".checklist__flags, .checklist__announced, .checklist__headline, .checklist__result")) {
      emptied.replaceChildren();
    }
    this.one(".checklist__result").removeAttribute("aria-busy");
    for (const shown of this.all(".checklist__outcome, .checklist__bar")) shown.hidden = true;
    for (const question of this.all("[data-idle]")) this.showIdle(question, "");
    this.status(this.unanswered);
  }

  // Worked examples

  /** @param {string} id */
  fill(id) {
    const example = this.data.examples.find((/** @type {{ id: string }} */ one) => one.id === id);
    if (!example) return;
    /** @type {Record<string, Answer>} */
    const answers = {};
    for (const [question, answer] of Object.entries(example.answers)) {
      const [, year, month, day, time] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?$/.exec(answer) ?? [];
      const typed = { day: String(Number(day) || ""), month: String(Number(month)), year, ...(time && { time }) };
      answers[question] = year ? typed : answer;
    }
    this.state = { ...nothing(), jurisdiction: example.jurisdiction, answers, example: id, path: this.state.path };
  }

  /** @param {Event} event */
  onExample(event) {
    const id = /** @type {HTMLSelectElement} */ (event.target).value;
    if (!id) return;
    this.fill(id);
    this.changed();
  }

  example() {
    return this.data.examples.find((/** @type {{ id: string }} */ one) => one.id === this.state.example);
  }

  showExample() {
    const example = this.example();
    const place = this.one(".checklist__example");
    place.hidden = !example;
    const menu = /** @type {HTMLSelectElement | null} */ (this.root.querySelector("#worked-example"));
    if (menu) menu.value = this.state.example;
    if (example) {
      place.replaceChildren(
        element("p", {}, element("strong", {}, `Worked example, not a real case: ${example.title}`)),
        element("p", {}, example.facts),
        element("p.checklist__actions", {}, "“Clear my answers” takes it away."),
      );
    }
  }

  // What Python says

  /** Asks for an assessment of the newest answers; resolves when it is shown. */
  update() {
    this.stale = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
    return this.working;
  }

  async work() {
    try {
      while (this.stale && this.state.jurisdiction) {
        this.stale = false;
        await this.assess();
      }
      if (!this.state.jurisdiction && this.said) this.blank();
    } catch {
      this.status(NOT_HERE);
      this.byHand(true);
    }
  }

  /**
   * Opens or closes the part of the page that needs no computer; its table names the questions by their numbers.
   * @param {boolean} open
   */
  byHand(open) {
    /** @type {HTMLDetailsElement} */ (this.one(".by-hand > details")).open = open;
    this.root.toggleAttribute("data-unnumbered", !open);
  }

  async assess() {
    const place = this.state.jurisdiction;
    /** @type {{ answers: Record<string, Answer>, [key: string]: unknown }} */
    const request = {
      checklist: this.data.checklist,
      today: this.example()?.today ?? today(),
      ...(this.data.byNation ? {} : { jurisdiction: place }),
      answers: { ...this.state.answers, ...(this.data.byNation ? { nation: place } : {}) },
    };
    if (!this.ready) this.status(STARTING);
    let reply = await python.ask(request);
    this.problems = reply.problems ?? [];
    if (reply.problems) {
      for (const { field } of reply.problems) delete request.answers[field];
      reply = await python.ask(request);
    }
    if (reply.assessment && !this.stale) this.display(reply.assessment);
  }

  /**
   * Shows the outcome, and all that explains it once that is on screen.
   * @param {any} assessment
   */
  display(assessment) {
    this.latest = assessment;
    this.status(this.problems.length > 0 ? "A date is left out until it can be read: choose “See the assessment” to check it." : "");
    this.one(".checklist__outcome").hidden = false;
    this.one(".checklist__headline").textContent = assessment.headline;
    if (this.said !== assessment.outcome_in_words) {
      this.said = assessment.outcome_in_words;
      this.one(".checklist__announced").replaceChildren(outcome(assessment));
    }
    renew(this.one(".checklist__flags"), flags(assessment.flags));
    const bar = this.one(".checklist__bar");
    bar.hidden = false;
    bar.textContent = assessment.so_far;
    this.one(".checklist__result").setAttribute("aria-busy", "true");
    afterPaint(() => this.explain());
  }

  /** Shows what explains the newest outcome, unless that is done. */
  explain() {
    const shown = this.one(".checklist__result");
    const assessment = this.latest;
    if (!assessment || !shown.hasAttribute("aria-busy")) return;
    const open = this.root.querySelector(".checklist__every[open]") !== null;
    renew(
      shown,
      result(assessment, (id, name, text) => this.link(id, name, text)).filter((node) => node instanceof Node),
    );
    if (open) this.root.querySelector(".checklist__every")?.setAttribute("open", "");
    const asks = new Set(assessment.asks);
    for (const question of this.all("[data-question][data-places]")) {
      question.toggleAttribute("data-settled", !asks.has(question.dataset.question));
      this.showIdle(question, assessment.idle_in_words[question.dataset.question ?? ""] ?? "");
    }
    this.steps.progress();
    shown.removeAttribute("aria-busy");
  }

  /**
   * Greys a question that can no longer matter, and says why.
   * @param {HTMLElement} question
   * @param {string} because
   */
  showIdle(question, because) {
    const shown = question.querySelector(".checklist__idle");
    if ((shown?.textContent ?? "") === because) return;
    shown?.remove();
    question.toggleAttribute("data-idle", because !== "");
    if (because) question.append(element("p.checklist__idle", {}, because));
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {string} text
   */
  link(id, name, text) {
    const made = element("a", { href: `#${this.firstInput(id)?.id ?? ""}` }, text);
    if (name) made.append(element("span.nhsuk-u-visually-hidden", {}, ` ${name}`));
    made.addEventListener("click", (event) => {
      event.preventDefault();
      if (this.steps.on) this.steps.go(this.steps.stepOf(id));
      else focusOn(this.firstInput(id));
    });
    return made;
  }

  /**
   * @param {string} id
   * @param {string} [part]
   */
  firstInput(id, part = "") {
    const here = [...this.all(`[data-question="${id}"]`)].find((one) => !one.hasAttribute("data-elsewhere"));
    const ending = part ? `[name$="[${part}]"]` : "";
    return /** @type {HTMLInputElement | null} */ (here?.querySelector(`input${ending}`) ?? null);
  }

  // Errors, on submitting only

  /** @param {Event} event */
  async onSubmit(event) {
    event.preventDefault();
    if (!this.steps.on || this.latest) await this.update();
    else this.problems = [];
    if (!this.state.jurisdiction) {
      this.problems = [{ field: "jurisdiction", part: "", message: "Choose which law applies." }];
    }
    if (this.steps.on) {
      const problems = this.problems;
      this.problems = problems.filter(({ field }) => this.steps.fields().includes(field));
      this.showErrors();
      if (this.problems.length === 0) return this.steps.next();
      return focusOn(this.one(".nhsuk-error-summary"));
    }
    this.showErrors();
    const target = this.problems.length > 0 ? this.one(".nhsuk-error-summary") : this.one("#assessment");
    focusOn(target);
  }

  showErrors() {
    document.title = this.problems.length > 0 ? `Error: ${this.title}` : this.title;
    for (const old of this.all(".nhsuk-error-summary, .nhsuk-error-message")) old.remove();
    for (const old of this.all(".nhsuk-form-group--error")) old.classList.remove("nhsuk-form-group--error");
    for (const old of this.all(".nhsuk-input--error")) old.classList.remove("nhsuk-input--error");
    if (this.problems.length === 0) return;
    const links = this.problems.map(({ field, part, message }) => {
      const input = this.firstInput(field, part);
      const group = input?.closest(".nhsuk-form-group:has(fieldset)");
      group?.classList.add("nhsuk-form-group--error");
      group?.querySelector(".nhsuk-radios, .nhsuk-date-input")?.before(
        element("span.nhsuk-error-message", {}, element("span.nhsuk-u-visually-hidden", {}, "Error: "), message),
      );
      if (part) input?.classList.add("nhsuk-input--error");
      const link = element("a", { href: `#${input?.id ?? ""}` }, message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        focusOn(input);
      });
      return element("li", {}, link);
    });
    this.form.prepend(
      element(
        "div.nhsuk-error-summary",
        { tabindex: "-1" },
        element(
          "div",
          { role: "alert" },
          element("h2.nhsuk-error-summary__title", {}, "There is a problem"),
          element("div.nhsuk-error-summary__body", {}, element("ul.nhsuk-list.nhsuk-error-summary__list", {}, ...links)),
        ),
      ),
    );
  }
}

/**
 * The question an input belongs to, and the part of a date that it holds.
 * @param {HTMLInputElement} input
 */
function named(input) {
  const [, name, part] = /^([^[]+)(?:\[(\w+)\])?$/.exec(input.name) ?? ["", "", ""];
  return { id: name.split(".")[0], part: /** @type {keyof Typed | undefined} */ (part) };
}

/** @param {HTMLElement | null} target */
function focusOn(target) {
  target?.focus({ preventScroll: true });
  (target?.closest(".checklist__question") ?? target)?.scrollIntoView({ block: "start" });
}

/** Today in the reader's own time zone, YYYY-MM-DD. */
function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** @param {() => void} act */
const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));

/** @type {Promise<unknown> | undefined} */
let released;

/** Lets the scripts run that wait for a first outcome: those of search and menus, which take as long as Python itself. */
function release() {
  released ??= Promise.all(
    [...document.querySelectorAll("script[data-later]")].map((waiting) => {
      const script = document.createElement("script");
      script.src = /** @type {HTMLScriptElement} */ (waiting).src;
      waiting.replaceWith(script);
      return new Promise((resolve) => (script.onload = script.onerror = resolve));
    }),
  );
  return released;
}

let opened = false;

/** Opens the checklist, once. */
function open() {
  if (opened) return;
  opened = true;
  for (const root of document.querySelectorAll(".checklist")) new ChecklistPage(/** @type {HTMLElement} */ (root));
}

setTimeout(release, PATIENCE);
if (comesWithAnswers()) open();
else {
  for (const used of ["click", "input"]) document.addEventListener(used, open, { capture: true, once: true });
  afterPaint(open);
}
