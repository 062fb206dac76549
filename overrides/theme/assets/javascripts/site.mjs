// What every page has: the line that tells of a newer version, and the notice that a review is overdue.

import "./review.mjs";
import "./version.mjs";
