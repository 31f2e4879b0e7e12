// Files, or an address, dropped anywhere on the form go into its fields. Without this they are chosen.
const form = document.querySelector("form[data-drop]");
const files = form?.querySelector("input[type=file]");
const said = form?.querySelector("output");

const tell = () => {
  said.textContent = files.files.length > 1 ? `${files.files.length} files: ${[...files.files].map((file) => file.name).join(", ")}` : "";
};

files?.addEventListener("change", tell);
form?.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
form?.addEventListener("dragleave", () => form.classList.remove("over"));
form?.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  const address = event.dataTransfer.getData("text/uri-list").split("\n")[0].trim();
  if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; tell(); }
  else if (/^https?:/.test(address)) form.querySelector("input[name=url]").value = address;
});
