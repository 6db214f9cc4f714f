// A file for an option of a command: chosen or dropped, shown by its name, and sent with the command.

// What the person sees of the field, and of the file once there is one.
export function showFile(slot) {
  const [file] = chosen(slot);
  slot.querySelector(".mirror").textContent = file ? `${file.name} · ${bytes(file.size)}` : "Choose a file";
  slot.classList.toggle("unset", !file);
}

// What is wrong with the file, as a sentence; empty if nothing is.
export function refusal(slot) {
  const [file] = chosen(slot);
  const { largest } = slot.option;
  if (!file || file.size <= largest) return "";
  return `${file.name} has ${bytes(file.size)}; Discord takes files of up to ${largest / 2 ** 20} MB (${bytes(largest)}).`;
}

// The file as the sandbox takes it; without its bytes while the command is still being typed.
export async function sent(slot, partial) {
  const [file] = chosen(slot);
  return { filename: file.name, base64: partial ? "" : await base64(file) };
}

function chosen(slot) {
  return slot.querySelector("input").files;
}

function bytes(count) {
  return `${count.toLocaleString("en-US")} bytes`;
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(new Error(`${file.name} can no longer be read. Choose it again.`));
    reader.readAsDataURL(file);
  });
}
