package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.HostName;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.IHostedZone;

/** The API's own name, and behind a front door the page's too. */
record ApiName(HostName host, ICertificate certificate, Optional<IHostedZone> zone) {}
