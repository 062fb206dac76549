// One question at a time: the same form, of which one step is shown. Python says what to ask next.

import { element } from "./assessment.mjs";

const CHECK = "check";
const PLACE = "jurisdiction";
const SAFETY = "safety";
const ALWAYS =
  ".checklist__step, .checklist__modes, .nhsuk-error-summary, .checklist__status, .checklist__flags, .checklist__outcome";
const AT_FIRST = ".checklist__note, .nhsuk-card, #where";
const AT_LAST = ".checklist__check, .checklist__example, .checklist__actions, .checklist__assessment > *";

/**
 * @typedef {object} Page  the checklist's page, as far as the steps need it
 * @property {HTMLElement} root
 * @property {{ path: string[], seen: string[], answers: Record<string, string | object> }} state  kept for the tab
 * @property {any} latest  the newest assessment
 * @property {() => void} keep
 * @property {(selector: string) => HTMLElement} one
 * @property {(selector: string) => NodeListOf<HTMLElement>} all
 */

export class Steps {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    window.addEventListener("popstate", ({ state }) => this.on && state?.step && this.show(state.step));
  }

  get on() {
    return this.page.state.path.length > 0;
  }

  get step() {
    return this.page.state.path.at(-1) ?? "";
  }

  /** Starts where the reader was, or at the place. */
  start() {
    this.page.state.path = [PLACE];
    this.page.keep();
    this.resume();
    this.focus();
  }

  /** Shows the step that was kept for the tab, or all on one page. */
  resume() {
    if (this.on) history.replaceState({ ...history.state, step: this.step }, "");
    this.draw();
  }

  /** Goes back to all on one page. */
  stop() {
    this.page.state.path = [];
    this.page.keep();
    this.draw();
  }

  /**
   * Goes on to a step, which the browser's own Back leaves again.
   * @param {string} step
   */
  go(step) {
    history.pushState({ step, deep: true }, "");
    this.show(step);
  }

  /** @param {string} step */
  show(step) {
    const { path } = this.page.state;
    const at = path.indexOf(step);
    if (at === -1) path.push(step);
    else path.length = at + 1;
    this.page.keep();
    this.draw();
    this.focus();
  }

  /** Leads to the answers and the whole assessment. */
  check() {
    this.go(CHECK);
  }

  back() {
    if (history.state?.deep) history.back();
    else this.show(this.page.state.path.at(-2) ?? PLACE);
  }

  /** Goes on to what can still matter; in the page's order where Python is not there. */
  next() {
    this.go(this.following());
  }

  following() {
    const { latest, state } = this.page;
    if (this.step === PLACE) return SAFETY;
    const asked = state.seen;
    if (!asked.includes(this.step)) asked.push(this.step);
    const order = this.questions();
    const ids = latest
      ? [latest.next, ...latest.outstanding, ...(latest.outcome === null ? this.dates() : [])]
      : order.slice(order.indexOf(this.step) + 1);
    return ids.map((id) => this.stepOf(id)).find((step) => step && step !== PLACE && step !== SAFETY && !asked.includes(step)) ?? CHECK;
  }

  /**
   * The step in which a question is asked.
   * @param {string} id
   */
  stepOf(id) {
    if (!id || id === PLACE) return id;
    return this.shown(id)?.closest(".checklist__section") === this.page.root.querySelector(".checklist__section") ? SAFETY : id;
  }

  /** @param {string} id */
  shown(id) {
    return [...this.page.all(`.checklist__form [data-question="${id}"]`)].find((one) => !one.hasAttribute("data-elsewhere"));
  }

  /** The questions asked here, in the page's order. */
  questions() {
    const asked = [...this.page.all(".checklist__form [data-question]:not([data-elsewhere], [data-settled])")];
    return asked.map((one) => one.dataset.question ?? "");
  }

  /** The dates and times left open. */
  dates() {
    return this.questions().filter((id) => this.shown(id)?.querySelector(".nhsuk-date-input") && !this.page.state.answers[id]);
  }

  /** Shows the step, and what goes with it. */
  draw() {
    const page = this.page;
    page.root.toggleAttribute("data-steps", this.on);
    const first = page.one(".checklist__section");
    const current = this.step === SAFETY ? first : this.shown(this.step);
    for (const one of page.all(".checklist__form > *, .checklist__section > *, .checklist__assessment > *, .by-hand")) {
      const inside = one.contains(current ?? null) || (this.step === SAFETY && first.contains(one));
      const always = one.matches(ALWAYS) || (this.step === PLACE && one.matches(AT_FIRST)) || (this.step === CHECK && one.matches(AT_LAST));
      one.toggleAttribute("data-later", this.on && !inside && !always);
    }
    page.one(".checklist__modes button").textContent = this.on ? "Show all on one page" : "Answer one question at a time";
    page.one(".checklist__step").hidden = !this.on || this.step === CHECK;
    page.one('[data-action="back"]').hidden = this.step === PLACE;
    page.one('[data-action="skip"]').hidden = this.step === PLACE || this.step === SAFETY;
    page.one(".checklist__check").hidden = !this.on || this.step !== CHECK;
    this.progress();
  }

  /** Says how much can still matter, and keeps the answers to check up to date. */
  progress() {
    this.page.one(".checklist__progress").textContent = this.page.latest?.open_in_words ?? "";
    if (!this.on || this.step !== CHECK) return;
    const rows = this.questions().map((id) => {
      const legend = /** @type {HTMLElement} */ (this.shown(id)?.querySelector("legend")?.cloneNode(true));
      for (const beside of legend.querySelectorAll(".checklist__number, .checklist__places")) beside.remove();
      const asks = (legend.textContent ?? "").trim();
      const change = element("a", { href: "#" }, "Change", element("span.nhsuk-u-visually-hidden", {}, ` the answer to: ${asks}`));
      change.addEventListener("click", (event) => {
        event.preventDefault();
        this.go(this.stepOf(id));
      });
      return element(
        "div.nhsuk-summary-list__row",
        {},
        element("dt.nhsuk-summary-list__key", {}, asks),
        element("dd.nhsuk-summary-list__value", {}, this.answer(id)),
        element("dd.nhsuk-summary-list__actions", {}, change),
      );
    });
    this.page.one(".checklist__answers").replaceChildren(...rows);
  }

  /**
   * An answer as the form shows it.
   * @param {string} id
   */
  answer(id) {
    const chosen = this.shown(id)?.querySelector("input:checked + label")?.textContent?.trim();
    const typed = this.page.state.answers[id];
    return chosen ?? (typeof typed === "object" ? Object.values(typed).filter(Boolean).join(" ") : "Not answered");
  }

  /** Moves the focus to the step's heading. */
  focus() {
    const heading =
      this.step === CHECK
        ? this.page.one("#check")
        : this.step === SAFETY
          ? this.page.one(".checklist__section h2")
          : this.shown(this.step)?.querySelector("legend");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "center" });
  }

  /** The questions of this step, whose errors are shown on Continue. */
  fields() {
    return this.step === SAFETY ? [] : [this.step];
  }
}
