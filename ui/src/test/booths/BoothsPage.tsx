export function BoothsPage() {
  return <h1>Booths at fairs</h1>;
}
