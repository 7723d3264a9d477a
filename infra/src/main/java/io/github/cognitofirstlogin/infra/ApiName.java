package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.HostName;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.IHostedZone;

/** The API's own host name. Behind a front door it is also the page's host name. */
record ApiName(HostName host, ICertificate certificate, Optional<IHostedZone> zone) {}
