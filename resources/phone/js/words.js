/** Words on the screen: Chinese is the source, English stands in words-en.js. */

import { ENGLISH } from "./words-en.js";

/** A function that tells a Chinese sentence in the language of `language()`; {names} are put in. */
export function teller(language) {
  return (chinese, put = {}) => {
    const sentence = language() === "en" ? (ENGLISH[chinese] ?? chinese) : chinese;
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(put[name] ?? whole));
  };
}
