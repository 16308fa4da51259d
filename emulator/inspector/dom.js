// Elements. All text is set as text, never as markup.

export const byId = (id) => document.getElementById(id);

/// An element with properties and children; a string among the children becomes text.
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/// Sets the text where it differs, so that a screen reader hears changes only.
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/// Makes a list show `items`, whose order among themselves does not change. An item is built again when its version has
/// changed; what has the focus keeps it.
export function reconcile(list, items, { key, version = () => "", build }) {
  const wanted = new Set(items.map((item) => String(key(item))));
  for (const node of [...list.children]) if (!wanted.has(node.dataset.key)) node.remove();
  let node = list.firstElementChild;
  for (const item of items) {
    const [id, state] = [String(key(item)), String(version(item))];
    const isThere = node?.dataset.key === id;
    if (isThere && node.dataset.version === state) {
      node = node.nextElementSibling;
      continue;
    }
    const made = build(item);
    made.dataset.key = id;
    made.dataset.version = state;
    if (isThere) {
      const hadFocus = node.contains(document.activeElement);
      node.replaceWith(made);
      if (hadFocus) made.querySelector("button, summary")?.focus();
      node = made.nextElementSibling;
    } else {
      list.insertBefore(made, node);
    }
  }
}

/// Returns a function that does the work soon, once for all calls until then.
export function batched(work) {
  let timer;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, 50);
  };
}

/// Runs `work` when a form is sent, and shows its error beside the form.
export function onSubmit(form, error, work) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await reported(error, work);
  });
}

export async function reported(error, work) {
  error.textContent = "";
  try {
    await work();
  } catch (failure) {
    error.textContent = failure.message;
  }
}
