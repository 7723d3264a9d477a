// User attributes as form fields, each with the type that its values have in Cognito.

import { hasText, say } from './language.js';

/** @type {Record<string, {type?: string, autocomplete?: string, suggest?: () => string}>} */
const FIELDS = {
  address: { autocomplete: 'street-address' },
  birthdate: { type: 'date', autocomplete: 'bday' },
  email: { type: 'email', autocomplete: 'email' },
  family_name: { autocomplete: 'family-name' },
  gender: { autocomplete: 'sex' },
  given_name: { autocomplete: 'given-name' },
  locale: { autocomplete: 'language', suggest: () => navigator.language },
  middle_name: { autocomplete: 'additional-name' },
  name: { autocomplete: 'name' },
  nickname: { autocomplete: 'nickname' },
  phone_number: { type: 'tel', autocomplete: 'tel' },
  picture: { type: 'url', autocomplete: 'photo' },
  preferred_username: { autocomplete: 'off' },
  profile: { type: 'url', autocomplete: 'url' },
  website: { type: 'url', autocomplete: 'url' },
  zoneinfo: { autocomplete: 'off', suggest: () => Intl.DateTimeFormat().resolvedOptions().timeZone },
};

const PREFIX = 'attribute-';

/** The name of the field of an attribute. @param {string} attribute */
export function fieldName(attribute) {
  return PREFIX + attribute;
}

/**
 * A field for an attribute, unless there is one.
 *
 * @param {HTMLElement} fieldset
 * @param {string} attribute
 */
export function addField(fieldset, attribute) {
  const name = fieldName(attribute);
  if (fieldset.querySelector(`[name="${CSS.escape(name)}"]`)) {
    return;
  }
  const { type = 'text', autocomplete = 'off', suggest } = FIELDS[attribute] ?? {};
  const field = document.createElement('div');
  field.className = 'field';
  const label = document.createElement('label');
  label.htmlFor = name;
  if (hasText(`attribute.${attribute}`)) {
    say(label, `attribute.${attribute}`);
  } else {
    label.textContent = attribute;
  }
  const input = document.createElement('input');
  // The maximum of Cognito's AttributeValueType.
  Object.assign(input, { id: name, name, type, autocomplete, required: true, maxLength: 2048, value: suggest?.() ?? '' });
  field.append(label, input);
  if (hasText(`hint.${attribute}`)) {
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.id = `${name}-hint`;
    say(hint, `hint.${attribute}`);
    input.setAttribute('aria-describedby', hint.id);
    field.append(hint);
  }
  fieldset.append(field);
  fieldset.hidden = false;
}

/**
 * The values of the filled-in fields, by the attributes' names.
 *
 * @param {Record<string, string>} values
 * @returns {Record<string, string>}
 */
export function attributesOf(values) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => [name.slice(PREFIX.length), value])
      .map(([name, value]) => [name, name === 'phone_number' ? value.replace(/[\s().-]/g, '') : value]),
  );
}
