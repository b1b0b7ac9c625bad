/** Where something applies: whole states and single districts, by register key. Neither of them is all of Germany. */
export type Region = { states: string[]; districts: string[] };

/** Where somebody or something is; null is unknown. */
export type Spot = { stateCode: string | null; districtCode: string | null };

/** Whether a region takes a spot in; null where the spot does not say enough. */
export function covers({ states, districts }: Region, { stateCode, districtCode }: Spot): boolean | null {
	if (!states.length && !districts.length) return true;
	const state = stateCode ?? districtCode?.slice(0, 2) ?? null;
	if (state === null) return null;
	if (states.includes(state)) return true;
	const within = districts.filter((code) => code.startsWith(state));
	if (!within.length) return false;
	return districtCode === null ? null : within.includes(districtCode);
}

/** "Brandenburg, Landkreis Görlitz" or "ganz Deutschland"; `names` are the states and districts of the register by key. */
export function regionText({ states, districts }: Region, names: ReadonlyMap<string, string>): string {
	const words = [...states, ...districts].map((code) => names.get(code) ?? code);
	return words.length ? words.join(', ') : 'ganz Deutschland';
}
