/**
 * The headers every answer carries: pages, files, assets, failures, and the few words for a request that could not even
 * be read. One table, so that no way of answering can have others.
 */

/**
 * Scripts, styles and pictures from here alone and none inside a page: there is no inline script to give a nonce to, so
 * a page needs none, and text that became a script would not run.
 */
const contentPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'",
  "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
].join(';')

// What a page about children never needs of the machine it is shown on. Only names that browsers have known for years: one
// they do not know is an error in their console.
const permissions = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'magnetometer',
  'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking',
].map((name) => `${name}=()`).join(', ')

/**
 * The headers, by their names (OWASP Secure Headers Project; ASVS 5.0.0 V3.4). `https` adds Strict-Transport-Security
 * for a year, subdomains included: whoever serves Holdfast at a name answers for all below it.
 */
export function protectionHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': permissions,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'origin-agent-cluster': '?1',
    'x-dns-prefetch-control': 'off',
    'x-permitted-cross-domain-policies': 'none',
    // The filter of old browsers could be turned against a page: off.
    'x-xss-protection': '0',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
