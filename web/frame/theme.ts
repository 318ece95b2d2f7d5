// One accent, a harbour blue; greys a little cool. Greys and reds are darker than Mantine's own where text needs 4.5 : 1.
import { type CSSVariablesResolver, createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: {
    dark: [
      '#c9d0d8',
      '#aab3be',
      '#98a2ae',
      '#6b7580',
      '#3a414a',
      '#2a3037',
      '#1d2126',
      '#16191d',
      '#121518',
      '#0e1013',
    ],
    harbour: [
      '#eef4fb',
      '#dbe7f6',
      '#b4cdec',
      '#8ab1e2',
      '#6899d9',
      '#5a8fd6',
      '#3a73c2',
      '#1f579f',
      '#1b4b8f',
      '#123a73',
    ],
  },
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56606d',
    '--mantine-color-placeholder': '#646e7b',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#1f579f',
    '--line': '#e2e6eb',
    '--ground': '#f6f7f9',
    '--here': '#e8eff8',
    '--card': '#ffffff',
    '--good': '#1c6b3c',
    '--warn': '#8a5300',
    '--bad': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adb9',
    '--mantine-color-placeholder': '#98a2ae',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#8ab1e2',
    '--line': '#31373f',
    '--ground': '#16191d',
    '--here': '#26303b',
    '--card': '#1d2126',
    '--good': '#7fd09b',
    '--warn': '#f0bb68',
    '--bad': '#ff9d94',
  },
})
