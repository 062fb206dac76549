// What the pages' scripts find: runtime.mjs, which the build writes, and the Python that they share.

declare module "*/runtime.mjs" {
  const runtime: import("./theme/assets/javascripts/supply.mjs").Runtime;
  export default runtime;
}

interface Window {
  python?: import("./theme/assets/javascripts/python.mjs").Python;
}
