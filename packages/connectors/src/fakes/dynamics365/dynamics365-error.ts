/** An error as finance and operations gives it: what happened stands in the inner one. */
export function dynamics365Error(status: number, infolog: string): Response {
  const innererror = {
    message: infolog,
    type: 'Microsoft.Dynamics.Platform.Integration.Services.OData.ODataException',
  };
  return Response.json({ error: { code: '', message: 'An error has occurred.', innererror } }, { status });
}
