/** Does something so many times, some of them at once; answers how many a second. */
export async function atOnce(times, workers, work) {
  let next = 0;
  const began = performance.now();
  const one = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: workers }, one));
  return (times * 1000) / (performance.now() - began);
}
