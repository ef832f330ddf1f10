const EARTH_RADIUS_KM = 6371;

/** Great-circle distance between two sites in kilometres. */
export function kilometres(a: readonly [latitude: number, longitude: number], b: readonly [latitude: number, longitude: number]): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(b[0] - a[0]), radians(b[1] - a[1])];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
