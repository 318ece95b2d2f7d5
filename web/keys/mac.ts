export const isMac: boolean = /Mac|iPhone|iPad/.test(window.navigator.userAgent)
