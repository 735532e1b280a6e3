/**
 * The few pictures, drawn as vectors: the star and warning signs of fonts differ per platform, and some are emoji.
 *
 * @typedef {keyof typeof SHAPES} Icon
 */

const SVG = 'http://www.w3.org/2000/svg';

const SHAPES = {
  search: { className: 'line', path: 'M7 2.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6M10.6 10.6L14 14' },
  star: { className: 'fill', path: 'M8 1.6l1.9 4.2 4.6.5-3.4 3.1.9 4.5L8 11.6l-4 2.3.9-4.5L1.5 6.3l4.6-.5z' },
  outline: { className: 'line', path: 'M8 1.6l1.9 4.2 4.6.5-3.4 3.1.9 4.5L8 11.6l-4 2.3.9-4.5L1.5 6.3l4.6-.5z' },
  warning: { className: 'line', path: 'M8 2.3L14.6 13.6H1.4zM8 6.6v3.2M8 11.7v.1' },
  info: { className: 'line', path: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8 7.4v3.4M8 5v.1' },
  link: { className: 'line', path: 'M6.6 9.4l2.8-2.8M7.4 4.6l1.5-1.5a2.83 2.83 0 0 1 4 4l-1.5 1.5M8.6 11.4l-1.5 1.5a2.83 2.83 0 0 1-4-4l1.5-1.5' },
  close: { className: 'line', path: 'M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6' },
  back: { className: 'line', path: 'M13 8H3.4M7.4 4L3.4 8l4 4' },
  check: { className: 'line', path: 'M3 8.4l3.3 3.3L13 4.8' },
  up: { className: 'line', path: 'M8 13V3.4M4 7.2l4-4 4 4' },
  down: { className: 'line', path: 'M8 3v9.6M4 8.8l4 4 4-4' },
  more: { className: 'line', path: 'M5.8 3.6L10.2 8l-4.4 4.4' },
  file: { className: 'line', path: 'M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2M8 12V7.6M6.2 9.2L8 7.4l1.8 1.8' },
  plus: { className: 'line', path: 'M8 3v10M3 8h10' },
  keyboard: { className: 'line', path: 'M2.4 4h11.2a.9.9 0 0 1 .9.9v6.2a.9.9 0 0 1-.9.9H2.4a.9.9 0 0 1-.9-.9V4.9a.9.9 0 0 1 .9-.9M4.4 6.8v.1M6.8 6.8v.1M9.2 6.8v.1M11.6 6.8v.1M5.6 9.5h4.8' },
  blocked: { className: 'line', path: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M3.8 3.8l8.4 8.4' },
};

/**
 * Returns the picture. With a label it is announced and explained under the pointer; without one it is decoration.
 *
 * @param {Icon} name
 * @param {string} [label]
 */
export function icon(name, label) {
  const { className, path } = SHAPES[name];
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon ${className} icon-${name}`);
  if (label === undefined) {
    svg.setAttribute('aria-hidden', 'true');
  } else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = label;
    svg.append(title);
  }
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
