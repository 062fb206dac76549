// Marks up an assessment. Every word of it comes from Python, and is put in as text.

/**
 * Makes an element; texts among its children become text nodes.
 * @param {string} tag  its name and classes: "p.lead"
 * @param {Record<string, string>} attributes
 * @param {(Node | string | null | undefined)[]} children
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * Puts nodes in a place, and leaves there what is already as they are: the browser then has less to lay out.
 * @param {HTMLElement} place
 * @param {Node[]} nodes
 */
export function renew(place, nodes) {
  nodes.forEach((node, at) => {
    const old = place.childNodes[at];
    if (!old) place.append(node);
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  });
  while (place.childNodes.length > nodes.length) place.lastChild?.remove();
}

/** @param {{ cite: string, url: string }} authority */
const citation = ({ cite, url }) => element("a.checklist__cite", { href: url }, cite);

/**
 * @param {string} finding
 * @param {string} words
 */
const tag = (finding, words) => element(`strong.checklist__tag.checklist__tag--${finding}`, {}, words);

/**
 * @param {string} heading
 * @param {(Node | null)[]} contents
 */
const part = (heading, ...contents) =>
  element("section.checklist__part", {}, element("h3", {}, heading), ...contents);

/** @param {(Node | string)[]} items */
const list = (items) => element("ul", {}, ...items.map((item) => element("li", {}, item)));

/**
 * A row of a summary list: what, what about it, and where to change it.
 * @param {string} key
 * @param {Node[]} value
 * @param {HTMLElement | null} action
 */
function row(key, value, action = null) {
  return element(
    "div.nhsuk-summary-list__row",
    {},
    element("dt.nhsuk-summary-list__key", {}, key),
    element("dd.nhsuk-summary-list__value", {}, ...value),
    action && element("dd.nhsuk-summary-list__actions", {}, action),
  );
}

/** @param {HTMLElement[]} rows */
const summary = (rows) => element("dl.nhsuk-summary-list", {}, ...rows);

/**
 * A part that can be opened, and is open on paper.
 * @param {string} text
 * @param {Node[]} contents
 */
const details = (text, ...contents) =>
  element(
    "details.nhsuk-details.checklist__every",
    {},
    element("summary.nhsuk-details__summary", {}, element("span.nhsuk-details__summary-text", {}, text)),
    element("div.nhsuk-details__text", {}, ...contents),
  );

/**
 * A point: its finding, the answer and the law.
 * @param {any} point
 * @param {((question: string, name: string, text: string) => HTMLElement) | null} link
 */
const pointRow = (point, link) =>
  row(
    point.name,
    [
      tag(point.finding, point.finding_in_words),
      ...(point.decisive ? [element("span.checklist__decisive", {}, point.decisive_in_words)] : []),
      element("p.checklist__asks", {}, point.asks),
      element("p", {}, point.because),
      element("p", {}, citation(point.authority)),
    ],
    link && point.finding !== "not-applicable" ? link(point.id, point.name, "Change") : null,
  );

/**
 * Returns the outcome, to be announced.
 * @param {any} assessment
 */
export function outcome({ outcome, outcome_in_words }) {
  const label = element("span.nhsuk-u-visually-hidden", {}, "Outcome so far: ");
  return element("p", {}, label, tag(outcome ?? "unclear", outcome_in_words));
}

/**
 * Returns the reasons: what is open, the clocks, each point, the laws.
 * @param {any} found
 * @param {(question: string, name: string, text: string) => HTMLElement} link  leads to a question of the form
 */
export function result(found, link) {
  /** @type {Record<string, string>} */
  const names = Object.fromEntries(found.questions.map((/** @type {any} */ one) => [one.id, one.name]));
  const points = new Set(found.findings.map((/** @type {any} */ point) => point.id));
  const besides = found.answers.filter(
    (/** @type {any} */ answer) => !points.has(answer.id) && !found.ignored.includes(answer.id),
  );
  const groups = [
    ["element", "What would have to be shown"],
    ["defence", "What the author might answer"],
    ["severity", "How serious it is"],
  ];
  /** @type {any[]} */
  const decisive = found.findings.filter((/** @type {any} */ point) => point.decisive);
  const every = groups.flatMap(([role, heading]) => {
    const points = found.findings.filter((/** @type {any} */ point) => point.role === role);
    return points.length > 0 ? [part(heading, summary(points.map((/** @type {any} */ point) => pointRow(point, link))))] : [];
  });
  return [
    decisive.length > 0
      ? part(
          "What decides it",
          list(
            decisive.map((point) =>
              element(
                "span",
                {},
                element("strong", {}, `${point.name}: `),
                `${point.finding_in_words.toLowerCase()}, ${point.answer ? `answered “${point.answer_in_words}”` : "not answered"} (`,
                citation(point.authority),
                ")",
              ),
            ),
          ),
        )
      : null,
    ...found.notes.map((/** @type {string} */ note) => element("p.checklist__note", {}, note)),
    found.outstanding.length > 0
      ? part(
          "Still open",
          element("p", {}, "These can still change the outcome. The first is the one most worth finding out."),
          list([
            link(found.next, "", names[found.next]),
            ...found.outstanding
              .filter((/** @type {string} */ id) => id !== found.next)
              .map((/** @type {string} */ id) => link(id, "", names[id])),
          ]),
        )
      : found.settled && part("Still open", element("p", {}, found.settled)),
    found.would_change.length > 0
      ? part("What would change it", list(found.would_change.map((/** @type {any} */ change) => change.in_words)))
      : null,
    found.hangs_on.length > 0
      ? part("What it hangs on", list(found.hangs_on.map((/** @type {any} */ change) => change.in_words)))
      : null,
    ...more(found),
    found.time.length > 0
      ? part(
          "Time limits",
          summary(
            found.time.map((/** @type {any} */ clock) =>
              row(clock.name, [
                tag(clock.status, clock.status_in_words),
                element("p", {}, clock.because),
                element("p", {}, citation(clock.authority)),
              ]),
            ),
          ),
        )
      : null,
    every.length > 0 ? details("Every point, with its law", ...every) : null,
    found.provisions.length > 0
      ? part(
          "Laws these facts may engage",
          element("p", {}, "Penalties are the most a court could impose. Only a court can decide whether a law applies."),
          summary(
            found.provisions.map((/** @type {any} */ provision) =>
              row(provision.name, [
                tag(provision.finding, provision.finding_in_words),
                provision.beyond ? element("p", {}, `It also needs ${provision.beyond}.`) : element("span"),
                provision.max_penalty ? element("p", {}, `Maximum: ${provision.max_penalty}.`) : element("span"),
                element("p", {}, citation(provision.authority)),
              ]),
            ),
          ),
        )
      : null,
    found.other_side.length > 0 && found.findings.length > 0
      ? part(
          "The author’s best case",
          element("p", {}, "What the author could say, on your answers. Meet it before you write or act."),
          list(found.other_side),
        )
      : null,
    besides.length > 0
      ? part(
          "Your other answers",
          summary(
            besides.map((/** @type {any} */ answer) =>
              row(
                answer.name,
                [element("p.checklist__asks", {}, answer.asks), element("p", {}, answer.answer_in_words)],
                link(answer.id, answer.name, "Change"),
              ),
            ),
          ),
        )
      : null,
    found.ignored.length > 0
      ? part(
          "Answers not counted",
          element("p", {}, "They belong to another place, or their question does not arise on your other answers."),
          list(found.ignored.map((/** @type {string} */ id) => names[id] ?? id)),
        )
      : null,
    element("p.checklist__small", {}, found.not_advice),
    element("p.checklist__small", {}, found.dated),
  ];
}

/**
 * Returns what a checklist of offences, a removal or a procedure says besides.
 * @param {any} found
 */
function more({ offences = [], effective_in_words, authority, deadlines = [], records = [], steps = [], routes = [] }) {
  /** @param {string} label @param {string} text */
  const labelled = (label, text) => element("p", {}, element("strong", {}, `${label}: `), text);
  /** @param {string} heading @param {any[]} items @param {(item: any) => HTMLElement} shown */
  const rows = (heading, items, shown) => (items.length > 0 ? part(heading, summary(items.map(shown))) : null);
  const elsewhere = offences.filter((/** @type {any} */ offence) => offence.outcome === "not-applicable");
  return [
    rows(
      "Each offence",
      offences.filter((/** @type {any} */ offence) => !elsewhere.includes(offence)),
      (offence) =>
        row(offence.name, [
          tag(offence.outcome, offence.outcome_in_words),
          element("p", {}, offence.because),
          element("p", {}, `Maximum: ${offence.max_penalty}.`),
          element("p", {}, offence.time ? offence.time.because : ""),
          element("p", {}, citation(offence.authority)),
          element(
            ["appears-made-out", "out-of-time"].includes(offence.outcome) ? "div" : "div.checklist__not-printed",
            {},
            details(
              `Every point of ${offence.name}`,
              summary(offence.findings.map((/** @type {any} */ point) => pointRow(point, null))),
            ),
          ),
        ]),
    ),
    elsewhere.length > 0
      ? part("Offences that do not apply here and then", list(elsewhere.map((/** @type {any} */ one) => one.name)))
      : null,
    effective_in_words
      ? part("When it takes effect", element("p", {}, effective_in_words), element("p", {}, citation(authority)))
      : null,
    rows("What must be done by when", deadlines, (due) =>
      row(due.name, [element("p", {}, due.in_words), element("p", {}, citation(due.authority))]),
    ),
    records.length > 0 ? part("What to record", list(records)) : null,
    steps.length > 0
      ? part(
          "What to do, in this order",
          element(
            "ol.checklist__steps",
            {},
            ...steps.map((/** @type {any} */ step) =>
              element(
                "li",
                {},
                tag(step.finding, step.finding_in_words),
                step.gate ? element("span.checklist__decisive", {}, "before anything after it") : null,
                element("p", {}, step.does),
                step.why ? element("p.checklist__asks", {}, step.why) : null,
                labelled("Who", step.who),
                labelled("By when", step.by),
                step.authority ? element("p", {}, citation(step.authority)) : null,
              ),
            ),
          ),
        )
      : null,
    rows("Routes, side by side", routes, (route) =>
      row(route.name, [
        tag(route.open === "yes" ? "met" : route.open === "no" ? "not-met" : "unclear", route.open_in_words),
        labelled("Whose decision", route.whose_decision),
        labelled("Needs", route.needs),
        labelled("Offers", route.offers),
        labelled("Costs", route.costs),
        labelled("Risks", route.risks),
        labelled("Clock", route.clock),
        element("p", {}, citation(route.authority)),
      ]),
    ),
  ];
}

/**
 * Returns the flags, the most urgent first.
 * @param {any[]} flags
 */
export function flags(flags) {
  return flags.map(({ id, message }) =>
    element(
      `div.checklist__flag.checklist__flag--${id}`,
      {},
      element("p", {}, element("strong", {}, id === "emergency" ? "Emergency: " : "Important: "), message),
    ),
  );
}
