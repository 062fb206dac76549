// Search from disk: Material starts its worker from an address, which a browser refuses there; a blob's it takes.
{
  const config = document.querySelector("#__config");
  const search = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), search });
}
