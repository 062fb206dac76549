// Which styles the build leaves out of a checklist's page: those of NHS components that no form and no script names.
export default { safelist: [/^(?!nhsuk)/] };
