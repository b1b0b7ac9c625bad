/** The box around a path of relative steps ("M270 30l12 4 …"), with a margin: `[x, y, width, height]`. */
export function boxOfPath(path: string, margin = 12): [number, number, number, number] {
	const [xs, ys]: [number[], number[]] = [[], []];
	for (const ring of path.split('M').filter(Boolean)) {
		const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
		let [x = 0, y = 0] = numbers;
		xs.push(x);
		ys.push(y);
		for (let i = 2; i + 1 < numbers.length; i += 2) {
			x += numbers[i] ?? 0;
			y += numbers[i + 1] ?? 0;
			xs.push(x);
			ys.push(y);
		}
	}
	if (!xs.length) return [0, 0, 645, 874];
	const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
	return [left, top, Math.max(...xs) + margin - left, Math.max(...ys) + margin - top];
}
