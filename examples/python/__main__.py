"""A device, claimed by the code that its agent shows, with two services; and the webhook of the account."""

import pulumi
import pulumi_remoteit as remoteit

config = pulumi.Config()

pump = remoteit.Device(
    "pump",
    claim_code=config.require_secret("claimCode"),
    name="pump-7",
    tags=["site-a", "pumps"],
    attributes={"$remoteit": {"color": 3}},
)
remoteit.Service("ssh", device_id=pump.id, name="ssh", application=remoteit.ApplicationName.SSH, port=22)
remoteit.Service("panel", device_id=pump.id, name="panel", application="HTTP", port=8080)
remoteit.Webhook("events", url=config.get("webhookUrl") or "https://example.com/remoteit")

pulumi.export("device", pump.id)
pulumi.export("account", remoteit.get_account_output().email)
