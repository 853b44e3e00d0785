/** Invented people. First and family names are drawn apart, so nobody real is meant. */
const first = [
  'Ayu',
  'Bagas',
  'Citra',
  'Dimas',
  'Eka',
  'Fajar',
  'Gita',
  'Hendra',
  'Intan',
  'Joko',
  'Kirana',
  'Lukman',
  'Mega',
  'Nanda',
  'Okta',
  'Putri',
  'Raka',
  'Sekar',
  'Tono',
  'Umar',
  'Vina',
  'Wulan',
  'Yoga',
  'Zahra',
] as const;
const family = [
  'Anggraini',
  'Budiarto',
  'Cahyono',
  'Darmaputra',
  'Effendy',
  'Firmansyah',
  'Gunarso',
  'Hapsari',
  'Iskandar',
  'Juwita',
  'Kusumadewi',
  'Laksmana',
  'Maharani',
  'Nugraheni',
  'Oktaviani',
  'Prabawa',
  'Rahmawati',
  'Sasongko',
  'Triatmaja',
  'Utomo',
  'Wicaksono',
] as const;

/** Different for every number below 504. */
export function inventedName(n: number): string {
  const name = `${first[n % first.length]} ${family[(n * 5 + Math.floor(n / first.length)) % family.length]}`;
  const round = Math.floor(n / (first.length * family.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}
