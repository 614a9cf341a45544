export { dark, light, type Palette } from './colors';
export { resolver, theme } from './theme';
