// A device, claimed by the code that its agent shows, with two services; and the webhook of the account.
package main

import (
	"github.com/pulumi-remoteit/pulumi-remoteit/sdk/go/remoteit"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		pump, err := remoteit.NewDevice(ctx, "pump", &remoteit.DeviceArgs{
			ClaimCode:  settings.RequireSecret("claimCode"),
			Name:       pulumi.String("pump-7"),
			Tags:       pulumi.ToStringArray([]string{"site-a", "pumps"}),
			Attributes: pulumi.Map{"$remoteit": pulumi.Map{"color": pulumi.Int(3)}},
		})
		if err != nil {
			return err
		}
		for name, service := range map[string]struct {
			application string
			port        int
		}{"ssh": {"SSH", 22}, "panel": {"HTTP", 8080}} {
			_, err := remoteit.NewService(ctx, name, &remoteit.ServiceArgs{
				DeviceId:    pump.ID(),
				Name:        pulumi.String(name),
				Application: pulumi.String(service.application),
				Port:        pulumi.Int(service.port),
			})
			if err != nil {
				return err
			}
		}
		url := settings.Get("webhookUrl")
		if url == "" {
			url = "https://example.com/remoteit"
		}
		if _, err := remoteit.NewWebhook(ctx, "events", &remoteit.WebhookArgs{Url: pulumi.String(url)}); err != nil {
			return err
		}
		account, err := remoteit.GetAccount(ctx, &remoteit.GetAccountArgs{})
		if err != nil {
			return err
		}
		ctx.Export("device", pump.ID())
		ctx.Export("account", pulumi.StringPtrFromPtr(account.Email))
		return nil
	})
}
