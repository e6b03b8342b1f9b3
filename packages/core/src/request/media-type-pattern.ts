/** Whether a media type is one that a pattern such as `image/*` covers. */
export function isOfPattern(mediaType: string, pattern: string): boolean {
  const [type, subtype, ...others] = (mediaType.split(";")[0] ?? "").trim().toLowerCase().split("/");
  if (!type || !subtype || others.length > 0 || `${type}${subtype}`.includes("*")) return false;
  const [wanted, wantedSubtype = "*"] = pattern.toLowerCase().split("/");
  return (wanted === "*" || wanted === type) && (wantedSubtype === "*" || wantedSubtype === subtype);
}
