// runtime.mjs, which the build writes.
declare module "*/runtime.mjs" {
  const runtime: import("./theme/assets/javascripts/supply.mjs").Runtime;
  export default runtime;
}
